# syntax=docker/dockerfile:1
# Built on musl, so that the program is one static file and the image holds nothing else.
FROM docker.io/library/rust:1.95-alpine AS build
RUN apk add --no-cache ca-certificates gcc make musl-dev
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY src ./src
COPY tests ./tests
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --locked --release --bin driftless \
    && install -D -m 0755 target/release/driftless /out/driftless \
    && install -d -m 0770 -o 65532 -g 65532 /out/backups /out/sqlite /out/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /out/driftless /driftless
COPY --from=build --chown=65532:65532 /out/tmp /tmp
COPY --from=build --chown=65532:65532 /out/backups /var/lib/driftless/backups
COPY --from=build --chown=65532:65532 /out/sqlite /var/lib/driftless/sqlite
USER 65532:65532
ENTRYPOINT ["/driftless"]
CMD ["operator"]
