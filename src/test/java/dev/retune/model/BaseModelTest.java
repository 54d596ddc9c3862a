package dev.retune.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestModels;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Tokenizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseModelTest {
  @Test
  void theyDescribeThemselves() {
    var english = TestModels.base(TestModels.ENGLISH);
    assertThat(english.pooling()).isEqualTo(Pooling.CLS);
    assertThat(english.normalize()).isTrue();
    assertThat(english.maxTokens()).isEqualTo(512);
    assertThat(english.config().hidden()).isEqualTo(384);
    assertThat(english.prompts().query())
        .isEqualTo("Represent this sentence for searching relevant passages: ");
    assertThat(english.prompts().passage()).isEmpty();
    var chinese = TestModels.base(TestModels.CHINESE);
    assertThat(chinese.config().heads()).isEqualTo(8);
    assertThat(chinese.config().hidden()).isEqualTo(512);
    assertThat(chinese.prompts().query()).isEqualTo("为这个句子生成表示以用于检索相关文章：");
  }

  /// The vocabulary has no capitals, and the artifact's tokenizer does not lower them.
  @Test
  void capitalsInChineseTextAreKnown() {
    try (var tokenizer = Tokenizer.open(TestModels.base(TestModels.CHINESE))) {
      var batch = tokenizer.encode(List.of("检查 PLC 与 EMC", "检查 plc 与 emc"), 512);
      var one = Arrays.copyOf(batch.ids(), batch.tokens() / 2);
      var other = Arrays.copyOfRange(batch.ids(), batch.tokens() / 2, batch.tokens());
      assertThat(one).isEqualTo(other).doesNotContain(100);
    }
  }
}
