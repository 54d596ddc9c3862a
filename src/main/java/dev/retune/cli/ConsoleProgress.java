package dev.retune.cli;

import dev.retune.task.Progress;
import dev.retune.text.Text;

/// Says on standard error which stage the work is in, and now and then how far.
final class ConsoleProgress implements Progress {
  private static final long QUIET_NANOS = 3_000_000_000L;

  private final Output output;
  private String what = "";
  private long total;
  private long done;
  private long said;
  private long saidAt = System.nanoTime();

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
      output.err().println(what + " " + tenth * 10 + " %");
      output.err().flush();
    }
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }
}
