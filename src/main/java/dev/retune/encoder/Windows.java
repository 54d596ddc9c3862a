package dev.retune.encoder;

import dev.retune.text.Problem;
import java.util.regex.Pattern;

/// Overlapping windows over a text that is longer than a model reads well, counted in the model's
/// tokens.
///
/// A window is what the model reads at once: prompt and special tokens stand around the text in
/// every window and count towards its size. Window `i` begins at the text's token `i × step`. The
/// last window is the first to reach the end of the text: it may be shorter, and none lies within
/// another. A text that fits has one window.
///
/// @param size tokens of a window, prompt and special tokens included
/// @param step tokens of the text from the beginning of one window to that of the next
public record Windows(int size, int step) {
  /// The size and step that were tried on long passages and are recommended: 256/192.
  public static final Windows RECOMMENDED = new Windows(256, 192);

  private static final Pattern FORM = Pattern.compile("(\\d{1,7})/(\\d{1,7})");

  /// @throws dev.retune.text.ProblemException if the step is not between 1 and the size
  public Windows {
    if (step < 1 || step > size) {
      throw Problem.of(Windows.class, "windows.step", size, step).exception();
    }
  }

  /// Reads what [#toString] writes, such as `256/192`.
  ///
  /// @throws dev.retune.text.ProblemException if it is of another form, or the step is not between
  ///   1 and the size
  public static Windows parse(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw Problem.of(Windows.class, "windows.form", text).exception();
    }
    return new Windows(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /// How many windows a text has, at least one.
  ///
  /// @param tokens of the text alone
  /// @param around how many tokens of a window are prompt and special tokens
  public int count(int tokens, int around) {
    int room = size - around;
    return tokens <= room ? 1 : 1 + Math.ceilDiv(tokens - room, step);
  }

  /// How many tokens pass through the model for a text, those that stand around it in every window
  /// included.
  ///
  /// @param tokens of the text alone
  /// @param around how many tokens of a window are prompt and special tokens
  public long load(int tokens, int around) {
    int count = count(tokens, around);
    return (long) (count - 1) * (size - step) + tokens + around;
  }

  /// @throws dev.retune.text.ProblemException if a window is longer than `maxTokens`
  public void checkWithin(int maxTokens) {
    if (size > maxTokens) {
      throw Problem.of(Windows.class, "windows.size", size, maxTokens).exception();
    }
  }

  /// Size and step, such as `256/192`.
  @Override
  public String toString() {
    return size + "/" + step;
  }
}
