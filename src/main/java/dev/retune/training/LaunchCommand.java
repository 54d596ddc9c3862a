package dev.retune.training;

import java.util.List;

/// How this program starts itself: the words before `worker <run folder>`.
///
/// @param words executable and arguments, such as `java -cp … dev.retune.app.Main`
public record LaunchCommand(List<String> words) {
  public LaunchCommand {
    words = List.copyOf(words);
  }
}
