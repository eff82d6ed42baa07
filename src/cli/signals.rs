//! How a process that goes on is told to stop.

use super::exit::CliError;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// The first SIGTERM or SIGINT lets running statements end; a second SIGINT ends the process.
pub(super) fn stop_on_signals(stop: &CancellationToken) -> Result<(), CliError> {
    let listen = |kind| {
        signal(kind).map_err(|error| CliError::Usage(format!("listening for signals: {error}")))
    };
    let (mut terminate, mut interrupt) = (
        listen(SignalKind::terminate())?,
        listen(SignalKind::interrupt())?,
    );
    let stop = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping; running statements are let end");
        stop.cancel();
        interrupt.recv().await;
        std::process::exit(130);
    });
    Ok(())
}
