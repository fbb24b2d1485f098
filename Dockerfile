# A handbook is built in it: docker run --rm -v "$PWD":/handbook rolebook build
FROM rust:1.95-slim AS build
ARG ROLEBOOK_COMMIT=""
WORKDIR /rolebook
COPY Cargo.toml Cargo.lock README.md ./
COPY src src
COPY themes themes
RUN mkdir benches && touch benches/check.rs benches/layout.rs benches/preview.rs && cargo build --release --locked --bin rolebook

FROM debian:stable-slim
# The history of pages comes from git; the folder that is mounted belongs to somebody else.
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /rolebook/target/release/rolebook /usr/local/bin/rolebook
WORKDIR /handbook
ENTRYPOINT ["rolebook"]
