package dev.retune.document;

import dev.retune.task.Progress;
import dev.retune.text.Text;

/// Says of each stage which file of how many it belongs to.
///
/// @param number of the file, from 1
record FileOfMany(Progress progress, int number, int files) implements Progress {

  @Override
  public void begin(Text what, long total) {
    progress.begin(
        files == 1 ? what : Text.of(DocumentImporter.class, "fileOfMany", what, number, files),
        total);
  }

  @Override
  public void advance(long units) {
    progress.advance(units);
  }

  @Override
  public boolean cancelled() {
    return progress.cancelled();
  }
}
