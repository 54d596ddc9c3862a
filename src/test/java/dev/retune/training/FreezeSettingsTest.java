package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.encoder.ModelFolder;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stays, by the names that each architecture gives its weights.
class FreezeSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "bert,encoder.layer.0.output.dense.bias,encoder.layer.1.output.dense.bias,"
        + "embeddings.word_embeddings.weight",
    "mpnet,encoder.layer.0.attention.attn.q.weight,encoder.layer.1.attention.attn.q.weight,"
        + "encoder.relative_attention_bias.weight",
    "distilbert,transformer.layer.0.ffn.lin1.weight,transformer.layer.1.ffn.lin1.weight,"
        + "embeddings.position_embeddings.weight",
    "modernbert,layers.0.attn.Wqkv.weight,layers.1.attn_norm.weight,"
        + "embeddings.tok_embeddings.weight"
  })
  void lowerLayersAndTablesStay(String model, String first, String second, String table) {
    var family = ModelFolder.read(Path.of("src/test/fixtures", "tiny-" + model)).config().family();
    var layer = new FreezeSettings(false, 1);
    assertThat(layer.freezes(family, first)).isTrue();
    assertThat(layer.freezes(family, second)).isFalse();
    assertThat(layer.freezes(family, table)).isFalse();
    var tables = new FreezeSettings(true, 0);
    assertThat(tables.freezes(family, table)).isTrue();
    assertThat(tables.freezes(family, first)).isFalse();
    assertThat(tables.freezes(family, "final_norm.weight")).isFalse();
  }
}
