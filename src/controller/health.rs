//! `/livez` and `/readyz` for the kubelet. Two fixed answers need no web framework.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// How long a probe may take to ask and to listen.
const PATIENCE: Duration = Duration::from_secs(2);
/// The longest request line that is read, in bytes.
const LONGEST_REQUEST: usize = 1024;

/// Whether the operator is ready: it reached the API server once.
#[derive(Clone, Debug, Default)]
pub(super) struct Readiness(Arc<AtomicBool>);

impl Readiness {
    /// From now on it is.
    pub(super) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Opens the port.
pub(super) async fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address).await
}

/// Answers probes until told to stop.
pub(super) async fn serve(listener: TcpListener, ready: Readiness, stop: CancellationToken) {
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) => {
                let ready = ready.clone();
                tokio::spawn(async move {
                    let answered = tokio::time::timeout(PATIENCE, answer(stream, &ready)).await;
                    if !matches!(answered, Ok(Ok(()))) {
                        tracing::debug!("a probe went away");
                    }
                });
            }
            // Out of file descriptors, most likely: asking again at once would only spin.
            Err(error) => {
                tracing::warn!(%error, "accepting a probe failed");
                tokio::time::sleep(PATIENCE).await;
            }
        }
    }
}

async fn answer(mut stream: TcpStream, ready: &Readiness) -> std::io::Result<()> {
    let mut request = [0; LONGEST_REQUEST];
    let mut length = 0;
    while length < request.len() && !request[..length].contains(&b'\n') {
        match stream.read(&mut request[length..]).await? {
            0 => break,
            read => length += read,
        }
    }
    let line = String::from_utf8_lossy(&request[..length]);
    let (status, body) = respond(line.lines().next().unwrap_or_default(), ready);
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

fn respond(line: &str, ready: &Readiness) -> (&'static str, &'static str) {
    let mut words = line.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let path = target.split('?').next().unwrap_or_default();
    match (method, path) {
        ("GET" | "HEAD", "/livez") => ("200 OK", "ok"),
        ("GET" | "HEAD", "/readyz") if ready.is_set() => ("200 OK", "ok"),
        ("GET" | "HEAD", "/readyz") => ("503 Service Unavailable", "not ready"),
        _ => ("404 Not Found", "only /livez and /readyz are here"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_comes_after_alive() {
        let ready = Readiness::default();
        assert_eq!(respond("GET /livez HTTP/1.1", &ready).0, "200 OK");
        assert_eq!(
            respond("GET /readyz HTTP/1.1", &ready).0,
            "503 Service Unavailable"
        );
        ready.set();
        assert_eq!(respond("GET /readyz?verbose HTTP/1.1", &ready).0, "200 OK");
        assert_eq!(respond("POST /readyz HTTP/1.1", &ready).0, "404 Not Found");
        assert_eq!(respond("", &ready).0, "404 Not Found");
    }

    #[tokio::test]
    async fn answers_over_a_socket_and_stops_when_told() {
        let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = CancellationToken::new();
        let server = tokio::spawn(serve(listener, Readiness::default(), stop.clone()));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET /livez HTTP/1.1\r\n\r\n")
            .await
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(
            answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("\r\n\r\nok"),
            "{answer}"
        );
        stop.cancel();
        server.await.unwrap();
    }
}
