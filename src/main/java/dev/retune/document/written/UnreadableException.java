package dev.retune.document.written;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a file cannot be read, as the key of a problem and what its sentences name beside the file.
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient List<Object> details;

  UnreadableException(String key, Object... details) {
    this(null, key, details);
  }

  UnreadableException(@Nullable Throwable cause, String key, Object... details) {
    super(key, cause);
    this.key = key;
    this.details = List.of(details);
  }

  public String key() {
    return key;
  }

  public List<Object> details() {
    return details;
  }
}
