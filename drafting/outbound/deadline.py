"""An HTTP transport that keeps a total deadline and a size limit, whatever the server does.

The timeouts of HTTP clients are per read, so a server that drips one byte at a time can hold a call
for as long as it likes. Here every connect, handshake, read and write gets only the time that is
left of the whole.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any, Final

import httpcore2
import httpx2

_PLAIN: Final = frozenset({"", "identity"})


class Refused(httpx2.TransportError):
    """An answer that is too large or encoded, so that its size cannot be told."""


class Budget:
    """The seconds and bytes that one call may still use."""

    def __init__(self, *, seconds: float, max_bytes: int) -> None:
        self._ends = time.monotonic() + seconds
        self._bytes = max_bytes

    def seconds_left(self) -> float:
        """The time that is left.

        Raises:
            ReadTimeout: when there is none.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("The total time is used up.")
        return left

    def spend(self, count: int) -> None:
        """Count received bytes.

        Raises:
            Refused: when they are more than allowed.
        """
        self._bytes -= count
        if self._bytes < 0:
            raise Refused("The answer is too large.")


class _Stream(httpcore2.NetworkStream):
    """A connection whose every step gets the time that is left."""

    def __init__(self, stream: httpcore2.NetworkStream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._budget.seconds_left())
        self._budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget.seconds_left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = self._budget.seconds_left()
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore2.SyncBackend):
    """Opens connections within the time that is left."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        stream = super().connect_tcp(
            host, port, self._budget.seconds_left(), local_address, socket_options
        )
        return _Stream(stream, self._budget)


class _Body(httpx2.SyncByteStream):
    """The body of an answer, with the errors of the transport under their own name."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except httpcore2.TimeoutException as error:
            raise httpx2.ReadTimeout(str(error)) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise httpx2.ReadError(str(error)) from error

    def close(self) -> None:
        self._stream.close()


class BoundedTransport(httpx2.BaseTransport):
    """Sends requests within one budget for all of them together; follows nothing by itself."""

    def __init__(self, budget: Budget) -> None:
        # A connection is used once: one that the server is about to close would break the next.
        self._pool = httpcore2.ConnectionPool(
            max_keepalive_connections=0, network_backend=_Backend(budget)
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request and return its answer; the body is read as it is asked for."""
        # The body must have a size that can be counted: no compression.
        request.headers["Accept-Encoding"] = "identity"
        url = request.url
        try:
            answer = self._pool.handle_request(
                httpcore2.Request(
                    method=request.method,
                    url=httpcore2.URL(
                        scheme=url.raw_scheme,
                        host=url.raw_host,
                        port=url.port,
                        target=url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                )
            )
        except httpcore2.TimeoutException as error:
            raise httpx2.ReadTimeout(str(error)) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise httpx2.ConnectError(str(error)) from error
        response = httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer.stream)
        )
        if response.headers.get("Content-Encoding", "").strip().lower() not in _PLAIN:
            response.close()
            raise Refused("The answer is compressed.")
        return response

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
