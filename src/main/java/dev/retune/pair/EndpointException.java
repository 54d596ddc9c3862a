package dev.retune.pair;

import java.time.Duration;
import java.util.Optional;

/// An endpoint answered with something other than success.
final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Optional<Duration> retryAfter;

  /// @param body what the endpoint said, already shortened and free of secrets
  EndpointException(int status, Optional<Duration> retryAfter, String body) {
    super(body);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  int status() {
    return status;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /// Whether the same request may succeed later: too many requests, a time-out, a server's fault.
  boolean passing() {
    return status == 429 || status == 408 || status >= 500;
  }
}
