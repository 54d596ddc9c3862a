package dev.retune.training;

import com.sun.management.OperatingSystemMXBean;
import dev.retune.encoder.BertLike;
import dev.retune.encoder.EncoderConfig;
import dev.retune.encoder.TokenBatch;
import dev.retune.encoder.Tokenizer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Cuts the texts of a batch into groups that pass through the model together, small enough for
/// memory.
///
/// A function of texts, model and settings alone: a resumed run groups as the first attempt did,
/// and so does a machine with less memory.
final class MicroBatches {
  /// Numbers that training keeps for each token and layer until it goes back, in widths of a token
  /// vector: inputs, attention, feed-forward block, dropout masks.
  private static final double KEPT_WIDTHS = 18;

  /// What the kept numbers of one group may take.
  private static final double GROUP_BYTES = 2.5e9;

  private final Tokenizer tokenizer;
  private final int tokens;

  /// @param tokens at most so many in a group, but always one text; 0: as many as fit into 2.5 GB
  MicroBatches(Tokenizer tokenizer, EncoderConfig config, int tokens) {
    this.tokenizer = tokenizer;
    this.tokens = tokens > 0 ? tokens : greatestGroup(config);
  }

  /// One group.
  ///
  /// @param texts indices of its texts
  record Group(List<Integer> texts, TokenBatch tokens) {}

  /// How many tokens may pass at once before what is kept for them fills a third of this machine's
  /// memory.
  static double greatestDirect(EncoderConfig config) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getTotalMemorySize() / 3.0 / bytesPerToken(config);
  }

  /// How many tokens may pass at once where only what each layer was given is kept for them.
  static double greatestLayerwise(EncoderConfig config) {
    return greatestDirect(config) * bytesPerToken(config) / layerwiseBytesPerToken(config);
  }

  /// What is kept for a token that passes layer by layer, in float32.
  static double layerwiseBytesPerToken(EncoderConfig config) {
    return (double) Float.BYTES * config.layers() * config.hidden();
  }

  /// Tokens of the longest text that is a group by itself; 0 if there is none. No cutting into
  /// groups makes it smaller.
  static long longestAlone(List<Group> groups) {
    return groups.stream()
        .filter(group -> group.texts().size() == 1)
        .mapToLong(group -> group.tokens().tokens())
        .max()
        .orElse(0);
  }

  /// How many tokens are in a group at most where nobody chose.
  static int greatestGroup(EncoderConfig config) {
    return (int) (GROUP_BYTES / bytesPerToken(config));
  }

  /// What training keeps for a token until it goes back, in float32.
  static double bytesPerToken(EncoderConfig config) {
    return Float.BYTES * config.layers() * (KEPT_WIDTHS * config.hidden() + scores(config));
  }

  /// MPNet's attention is computed step by step while its distances learn, which keeps scores,
  /// softmax and their mask: as many as there are tokens, for each head.
  private static double scores(EncoderConfig config) {
    return config.family() == BertLike.MPNET
        ? 3.0 * config.heads() * Math.min(config.usablePositions(), 512)
        : 0;
  }

  /// @param limits greatest length of each text in tokens
  List<Group> of(List<String> texts, int[] limits) {
    var rows = new ArrayList<Tokenizer.Tokens>();
    for (var i = 0; i < texts.size(); i++) {
      rows.addAll(tokenizer.tokenize(List.of(texts.get(i)), limits[i]));
    }
    return of(rows);
  }

  /// @param rows tokens of each text
  List<Group> of(List<Tokenizer.Tokens> rows) {
    // Texts of one length pass through attention together.
    var order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -rows.get(i).length()))
            .toList();
    var groups = new ArrayList<Group>();
    for (var start = 0; start < order.size(); ) {
      var end = end(rows, order, start);
      var indices = order.subList(start, end);
      var packed = TokenBatch.of(indices.stream().map(rows::get).toList());
      groups.add(new Group(indices, packed.numbered(indices)));
      start = end;
    }
    return groups;
  }

  private int end(List<Tokenizer.Tokens> rows, List<Integer> order, int start) {
    var sum = (long) rows.get(order.get(start)).length();
    var end = start + 1;
    while (end < order.size() && sum + rows.get(order.get(end)).length() <= tokens) {
      sum += rows.get(order.get(end)).length();
      end++;
    }
    return end;
  }
}
