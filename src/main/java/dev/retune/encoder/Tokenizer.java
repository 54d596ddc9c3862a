package dev.retune.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tokenizer of a model folder. Safe to use from several threads.
public final class Tokenizer implements AutoCloseable, TokenCounter {
  private final HuggingFaceTokenizer delegate;
  private final boolean lowerCase;
  private final int specialTokens;

  private Tokenizer(HuggingFaceTokenizer delegate, boolean lowerCase) {
    this.delegate = delegate;
    this.lowerCase = lowerCase;
    this.specialTokens = delegate.encode("").getIds().length;
  }

  /// @throws dev.retune.text.ProblemException if `tokenizer.json` is missing or damaged
  public static Tokenizer open(ModelFolder folder) {
    return open(folder.tokenizerFile(), folder.lowerCase());
  }

  /// @param file a `tokenizer.json`
  static Tokenizer open(Path file, boolean lowerCase) {
    NativeLibraries.stayOffline();
    // Cutting happens here: the native tokenizer would keep one setting for all callers.
    var options = Map.of("truncation", "false", "padding", "false");
    try (var in = Files.newInputStream(file)) {
      return new Tokenizer(HuggingFaceTokenizer.newInstance(in, options), lowerCase);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(Tokenizer.class, "tokenizer", file, Reason.of(e)).exception(e);
    }
  }

  /// Encodes texts with special tokens, each cut to `maxTokens` (special tokens included).
  public TokenBatch encode(List<String> texts, int maxTokens) {
    return TokenBatch.of(tokenize(texts, maxTokens));
  }

  @Override
  public int count(String text) {
    return delegate.encode(prepare(text), false, false).getIds().length;
  }

  /// As [#encode], each text by itself.
  public List<Tokens> tokenize(List<String> texts, int maxTokens) {
    var prepared = texts.stream().map(this::prepare).toArray(String[]::new);
    return Arrays.stream(delegate.batchEncode(prepared, true, false))
        .map(encoding -> cut(encoding, Math.max(maxTokens, specialTokens)))
        .toList();
  }

  /// The windows over each text, each behind `prompt` and with special tokens.
  ///
  /// The text is cut into tokens once, behind its prompt, and not window by window: a window may
  /// begin within a word, and a text that fits has the tokens that [#tokenize] gives it.
  ///
  /// @param maxTokens the longest that a window may be
  /// @return `[texts][windows]`, at least one window a text
  /// @throws dev.retune.text.ProblemException if a window is longer than `maxTokens`, or prompt and
  ///   special tokens leave less room in it than the step
  public List<List<Tokens>> windows(
      List<String> texts, String prompt, Windows windows, int maxTokens) {
    var prepared = texts.stream().map(text -> prepare(prompt + text)).toArray(String[]::new);
    var promptLength = (int) prepare(prompt).codePoints().count();
    return Arrays.stream(delegate.batchEncode(prepared, true, false))
        .map(encoding -> WindowCutter.cut(encoding, promptLength, windows, maxTokens))
        .toList();
  }

  /// Cuts from the end of the text and keeps the special tokens that follow it, as Hugging Face's
  /// tokenizers do.
  private static Tokens cut(Encoding encoding, int maxTokens) {
    var ids = encoding.getIds();
    var typeIds = encoding.getTypeIds();
    var full = ids.length;
    if (full <= maxTokens) {
      return new Tokens(ids, typeIds, full);
    }
    int tail = specialAtEnd(encoding);
    return new Tokens(cut(ids, maxTokens, tail), cut(typeIds, maxTokens, tail), full);
  }

  /// How many special tokens follow the text.
  static int specialAtEnd(Encoding encoding) {
    var special = encoding.getSpecialTokenMask();
    int count = 0;
    while (count < special.length && special[special.length - 1 - count] == 1) {
      count++;
    }
    return count;
  }

  private static long[] cut(long[] all, int maxTokens, int tail) {
    var kept = Arrays.copyOf(all, maxTokens);
    System.arraycopy(all, all.length - tail, kept, maxTokens - tail, tail);
    return kept;
  }

  private String prepare(String text) {
    var valid = wellFormed(text);
    return lowerCase ? valid.toLowerCase(Locale.ROOT) : valid;
  }

  /// Half a surrogate pair has no UTF-8 form and would stop the native tokenizer.
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  @Override
  public void close() {
    delegate.close();
  }

  /// The tokens of one text or of one window over it.
  ///
  /// Not a record: records compare arrays by identity.
  public static final class Tokens {
    private final long[] ids;
    private final long[] typeIds;
    private final int untruncated;

    /// @param untruncated how many tokens the text had before it was cut
    Tokens(long[] ids, long[] typeIds, int untruncated) {
      this.ids = ids;
      this.typeIds = typeIds;
      this.untruncated = untruncated;
    }

    long[] ids() {
      return ids;
    }

    long[] typeIds() {
      return typeIds;
    }

    /// How many tokens are left of the text.
    public int length() {
      return ids.length;
    }

    int untruncated() {
      return untruncated;
    }
  }
}
