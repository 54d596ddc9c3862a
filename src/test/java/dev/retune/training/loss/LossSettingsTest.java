package dev.retune.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import dev.retune.text.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LossSettingsTest {

  /// The defaults of sentence-transformers 6.2, a temperature being the inverse of the scale.
  @ParameterizedTest
  @CsvSource({
    "MULTIPLE_NEGATIVES_RANKING, 20, 0, COSINE",
    "GIST_EMBED, 100, 0, COSINE",
    "TRIPLET, 0, 5, EUCLIDEAN",
    "COSINE_SIMILARITY, 0, 0, COSINE",
    "COSENT, 20, 0, COSINE",
    "ANGLE, 20, 0, COSINE",
    "CONTRASTIVE, 0, .5, COSINE",
    "ONLINE_CONTRASTIVE, 0, .5, COSINE",
    "BATCH_HARD_TRIPLET, 0, 5, EUCLIDEAN",
    "MARGIN_MSE, 0, 0, COSINE",
    "DISTILL_KL_DIV, 1, 0, COSINE"
  })
  void defaults(LossSettings.Name name, double scale, double margin, Distance distance) {
    var settings = LossSettings.of(name);
    assertThat(settings.scale()).isEqualTo(scale);
    assertThat(settings.number(LossParameter.MARGIN)).isEqualTo(margin);
    assertThat(settings.distance()).isEqualTo(distance);
    assertThat(settings.symmetric()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everyLossComesBackFromItsFile(LossSettings.Name name) throws JsonProcessingException {
    var settings = LossSettings.of(name);
    if (settings.takes(LossParameter.MARGIN)) {
      settings = settings.with(LossParameter.MARGIN, .25);
    }
    assertThat(read(Json.line(settings))).isEqualTo(settings);
  }

  @Test
  void filesSayWhatHasAnEffectAndNoMore() throws JsonProcessingException {
    assertThat(Json.line(LossSettings.of(LossSettings.Name.TRIPLET)))
        .isEqualTo("{\"name\":\"TRIPLET\",\"margin\":5.0,\"distance\":\"EUCLIDEAN\"}");
    assertThat(read("{\"name\":\"TRIPLET\",\"scale\":3,\"later\":1,\"distance\":\"COSINE\"}"))
        .isEqualTo(
            LossSettings.of(LossSettings.Name.TRIPLET)
                .with(LossParameter.DISTANCE, Distance.COSINE));
    assertThat(read("{\"name\":\"MULTIPLE_NEGATIVES_RANKING\",\"scale\":20.0,\"symmetric\":false}"))
        .isEqualTo(LossSettings.DEFAULT);
    assertThat(read("{}")).isEqualTo(LossSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "multiple-negatives-ranking, MULTIPLE_NEGATIVES_RANKING",
    "MultipleNegativesRankingLoss, MULTIPLE_NEGATIVES_RANKING",
    "GISTEmbedLoss, GIST_EMBED",
    "cosent, COSENT",
    "DISTILL_KL_DIV, DISTILL_KL_DIV",
    "MarginMSELoss, MARGIN_MSE"
  })
  void namesAsPeopleWriteThem(String text, LossSettings.Name name) {
    assertThat(LossSettings.Name.named(text)).contains(name);
    assertThat(LossSettings.Name.named("x" + text)).isEmpty();
  }

  @Test
  void whatHasNoEffectIsRefusedNamingWhatHas() {
    assertThatThrownBy(() -> LossSettings.DEFAULT.with(LossParameter.MARGIN, 1.0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll(
            "margin",
            "multiple-negatives-ranking",
            "scale, symmetric, label-smoothing, threshold, dot-product");
  }

  @Test
  void whatIsOutOfBoundsIsRefused() {
    for (var wrong : new double[] {0, Double.NaN, 1e9}) {
      assertThatThrownBy(() -> LossSettings.DEFAULT.with(LossParameter.SCALE, wrong))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("scale");
    }
    assertThatThrownBy(() -> LossSettings.DEFAULT.with(LossParameter.SCALE, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LossSettings read(String json) throws JsonProcessingException {
    return Json.mapper().readValue(json, LossSettings.class);
  }
}
