package dev.retune.encoder;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// ModernBERT (Warner et al., Smarter, better, faster, longer, 2024): positions by rotation, most
/// layers look at near tokens only, gated feed-forward blocks, normalised before each block, no
/// biases.
///
/// @param everywhere for each layer whether it looks at all tokens and not at near ones only
/// @param reach how far away a token may stand and still be near
/// @param globalBase base of the rotation's wavelengths in layers that look everywhere
/// @param localBase that of the others
public record ModernBert(List<Boolean> everywhere, int reach, double globalBase, double localBase)
    implements Family {

  public ModernBert {
    everywhere = List.copyOf(everywhere);
  }

  @Override
  public Map<String, long[]> weights(EncoderConfig config) {
    return WeightNames.modernBert(config);
  }

  @Override
  public String program() {
    return "modernbert.torchscript";
  }

  /// Behind the embeddings; what is dropped inside a block has another width.
  @Override
  public int masksBefore(int layer) {
    return layer == 0 ? 0 : 1;
  }

  @Override
  public String layers() {
    return "layers.";
  }

  @Override
  public List<String> linear() {
    return List.of("Wqkv", "Wo", "Wi");
  }

  @Override
  public long[] integers() {
    return LongStream.concat(
            LongStream.of(reach), everywhere.stream().mapToLong(all -> all ? 1 : 0))
        .toArray();
  }

  @Override
  public double[] reals() {
    return new double[] {globalBase, localBase};
  }
}
