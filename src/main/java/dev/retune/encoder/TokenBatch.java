package dev.retune.encoder;

import dev.retune.encoder.Tokenizer.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Tokens of several texts, packed: one text behind another, without padding.
public final class TokenBatch {
  private final List<Tokens> texts;
  private final int[] numbers;

  private TokenBatch(List<Tokens> texts, int[] numbers) {
    this.texts = List.copyOf(texts);
    this.numbers = numbers;
  }

  public static TokenBatch of(List<Tokens> texts) {
    return new TokenBatch(texts, IntStream.range(0, texts.size()).toArray());
  }

  /// The same texts as part of a larger batch.
  ///
  /// @param others the number that each text has there, which decides what dropout drops of it
  public TokenBatch numbered(List<Integer> others) {
    return new TokenBatch(texts, others.stream().mapToInt(Integer::intValue).toArray());
  }

  /// What dropout knows the texts by; 0 and up in order where nobody chose.
  int[] numbers() {
    return numbers;
  }

  /// The number of texts.
  public int size() {
    return texts.size();
  }

  /// The number of tokens of all texts.
  public int tokens() {
    return IntStream.of(lengths()).sum();
  }

  /// The number of tokens of each text.
  public int[] lengths() {
    return texts.stream().mapToInt(Tokens::length).toArray();
  }

  /// `[tokens]`
  public long[] ids() {
    return joined(Tokens::ids);
  }

  /// `[tokens]`
  long[] typeIds() {
    return joined(Tokens::typeIds);
  }

  /// The place of each token in its text: `[tokens]`, counted from 0, or as XLM-RoBERTa does it:
  /// over the tokens that are not padding, from the one behind its id, which padding itself has.
  ///
  /// @param padToken −1: counted from 0
  long[] places(long padToken) {
    return joined(text -> {
      var places = new long[text.length()];
      var next = padToken + 1;
      for (var i = 0; i < places.length; i++) {
        places[i] = text.ids()[i] == padToken ? padToken : next++;
      }
      return places;
    });
  }

  /// Where the first token of each text stands: `[texts]`.
  long[] firsts() {
    var firsts = new long[texts.size()];
    for (var i = 1; i < firsts.length; i++) {
      firsts[i] = firsts[i - 1] + texts.get(i - 1).length();
    }
    return firsts;
  }

  /// Where the last token of each text stands: `[texts]`.
  long[] lasts() {
    var lasts = firsts();
    for (var i = 0; i < lasts.length; i++) {
      lasts[i] += texts.get(i).length() - 1;
    }
    return lasts;
  }

  /// Runs of texts of one length, which pass through attention together: how many and how long, for
  /// each run.
  long[] runs() {
    var runs = new long[2 * texts.size()];
    var end = 0;
    for (var text : texts) {
      if (end > 0 && runs[end - 1] == text.length()) {
        runs[end - 2]++;
      } else {
        runs[end++] = 1;
        runs[end++] = text.length();
      }
    }
    return Arrays.copyOf(runs, end);
  }

  private long[] joined(Function<Tokens, long[]> part) {
    var all = new long[tokens()];
    var at = 0;
    for (var text : texts) {
      System.arraycopy(part.apply(text), 0, all, at, text.length());
      at += text.length();
    }
    return all;
  }
}
