# syntax=docker/dockerfile:1
# Two stages: the first installs what uv.lock pins, the second holds that and nothing else.
FROM python:3.12-slim-bookworm AS build

RUN pip install --no-cache-dir --disable-pip-version-check uv==0.8.24

ENV UV_PROJECT_ENVIRONMENT=/opt/commonplace \
    UV_PYTHON_DOWNLOADS=never \
    UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy

WORKDIR /src

# The libraries first: they change less often than the bot, and Docker keeps their layer.
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --frozen --no-default-groups --no-install-project

COPY README.md LICENSE CHANGELOG.md PRIVACY.md ./
COPY config ./config
COPY seeds ./seeds
COPY bot ./bot
RUN --mount=type=cache,target=/root/.cache/uv \
    uv sync --frozen --no-default-groups --no-editable


FROM python:3.12-slim-bookworm

LABEL org.opencontainers.image.title="Commonplace" \
      org.opencontainers.image.description="A discussion companion for communities that read together" \
      org.opencontainers.image.licenses="Apache-2.0"

# A user without a name at home, a shell or a password; everything it may write is in /data.
RUN groupadd --system --gid 10001 commonplace \
 && useradd --system --uid 10001 --gid commonplace --home-dir /data --no-create-home --shell /usr/sbin/nologin commonplace \
 && install --directory --owner=commonplace --group=commonplace --mode=0700 /data

COPY --from=build /opt/commonplace /opt/commonplace

ENV PATH=/opt/commonplace/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    COMMONPLACE_DATA=/data \
    COMMONPLACE_LOG__FORMAT=json

USER 10001:10001
WORKDIR /data
VOLUME ["/data"]
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=60s --timeout=20s --start-period=60s --retries=3 \
    CMD ["commonplace", "check", "--quick"]

ENTRYPOINT ["commonplace"]
CMD ["run"]
