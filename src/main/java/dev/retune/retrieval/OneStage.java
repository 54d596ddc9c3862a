package dev.retune.retrieval;

import dev.retune.task.Progress;
import dev.retune.text.Text;

/// Lets inner work advance a stage without starting one of its own.
record OneStage(Progress stage) implements Progress {
  @Override
  public void begin(Text what, long total) {}

  @Override
  public void advance(long units) {
    stage.advance(units);
  }

  @Override
  public boolean cancelled() {
    return stage.cancelled();
  }
}
