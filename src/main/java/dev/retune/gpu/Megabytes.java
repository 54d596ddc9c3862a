package dev.retune.gpu;

import dev.retune.task.Progress;
import dev.retune.text.Text;

/// Tells a person in megabytes what is counted in bytes.
final class Megabytes implements Progress {
  private static final long BYTES = 1_000_000;

  private final Progress progress;
  private long bytes;

  Megabytes(Progress progress) {
    this.progress = progress;
  }

  /// @param total in bytes
  @Override
  public void begin(Text what, long total) {
    bytes = 0;
    progress.begin(what, of(total));
  }

  /// @param more in bytes
  @Override
  public void advance(long more) {
    var before = bytes / BYTES;
    bytes += more;
    var whole = bytes / BYTES;
    if (whole > before) {
      progress.advance(whole - before);
    }
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }

  static long of(long bytes) {
    return Math.ceilDiv(bytes, BYTES);
  }
}
