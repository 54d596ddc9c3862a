package dev.retune.task;

import dev.retune.text.Text;

enum NoProgress implements Progress {
  INSTANCE;

  @Override
  public void begin(Text what, long total) {}

  @Override
  public void advance(long units) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
