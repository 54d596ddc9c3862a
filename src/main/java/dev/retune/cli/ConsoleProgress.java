package dev.retune.cli;

import dev.retune.task.Progress;
import dev.retune.text.Text;

/// Says on standard error which stage the work is in, and now and then how far and how long still.
final class ConsoleProgress implements Progress {
  private static final long QUIET_NANOS = 3_000_000_000L;

  private final Output output;
  private String what = "";
  private long total;
  private long done;
  private long said;
  private long saidAt = System.nanoTime();
  private long began = saidAt;

  ConsoleProgress(Output output) {
    this.output = output;
  }

  @Override
  public synchronized void begin(Text stage, long units) {
    what = stage.in(output.locale());
    total = units;
    done = 0;
    said = 0;
    saidAt = System.nanoTime();
    began = saidAt;
    output.err().println(what);
    output.err().flush();
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
    var tenth = total <= 0 ? 0 : done * 10 / total;
    var now = System.nanoTime();
    if (tenth > said && tenth < 10 && now - saidAt > QUIET_NANOS) {
      said = tenth;
      saidAt = now;
      output.err().println(howFar(tenth * 10, now - began));
      output.err().flush();
    }
  }

  /// What is left takes as long, unit for unit, as what is done.
  private String howFar(long percent, long nanos) {
    var left = nanos / 1_000_000_000 * (total - done) / done;
    var text =
        left < 90
            ? Text.of(ConsoleProgress.class, "progress.seconds", what, percent, left)
            : Text.of(ConsoleProgress.class, "progress.minutes", what, percent, (left + 30) / 60);
    return text.in(output.locale());
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
