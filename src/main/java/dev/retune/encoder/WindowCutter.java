package dev.retune.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.retune.encoder.Tokenizer.Tokens;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.List;

/// Cuts an encoded text into windows.
final class WindowCutter {
  private final Encoding encoding;
  private final int head;
  private final int tail;

  private WindowCutter(Encoding encoding, int promptLength) {
    this.encoding = encoding;
    this.head = beforeText(encoding, promptLength);
    // Without text all tokens are special ones, and those at the end are those at the beginning.
    this.tail = Math.min(Tokenizer.specialAtEnd(encoding), encoding.getIds().length - head);
  }

  /// @param encoding of prompt and text together, with special tokens
  /// @param promptLength in code points
  /// @throws dev.retune.text.ProblemException if a window is longer than `maxTokens`, or in windows
  ///   over this text prompt and special tokens leave less room than the step
  static List<Tokens> cut(Encoding encoding, int promptLength, Windows windows, int maxTokens) {
    var cutter = new WindowCutter(encoding, promptLength);
    windows.checkWithin(maxTokens);
    int room = windows.size() - cutter.around();
    if (cutter.text() > room && windows.step() > room) {
      throw Problem.of(Windows.class, "windows.room", windows, cutter.around()).exception();
    }
    return cutter.cut(windows);
  }

  private int around() {
    return head + tail;
  }

  private int text() {
    return encoding.getIds().length - around();
  }

  private List<Tokens> cut(Windows windows) {
    var cut = new ArrayList<Tokens>();
    for (int i = 0; i < windows.count(text(), around()); i++) {
      int from = i * windows.step();
      int to = Math.min(text(), from + windows.size() - around());
      cut.add(
          new Tokens(
              part(encoding.getIds(), from, to),
              part(encoding.getTypeIds(), from, to),
              encoding.getIds().length));
    }
    return List.copyOf(cut);
  }

  /// What stands around the text, and of the text the tokens `from` to `to`.
  private long[] part(long[] all, int from, int to) {
    var part = new long[head + to - from + tail];
    System.arraycopy(all, 0, part, 0, head);
    System.arraycopy(all, head + from, part, head, to - from);
    System.arraycopy(all, all.length - tail, part, head + to - from, tail);
    return part;
  }

  /// How many tokens stand before the text: special ones, then those that end with the prompt at
  /// the latest. A token that reaches from the prompt into the text belongs to the text.
  private static int beforeText(Encoding encoding, int promptLength) {
    var special = encoding.getSpecialTokenMask();
    var spans = encoding.getCharTokenSpans();
    int count = 0;
    while (count < special.length && special[count] == 1) {
      count++;
    }
    while (count < special.length && special[count] == 0 && spans[count].getEnd() <= promptLength) {
      count++;
    }
    return count;
  }
}
