package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.TrainingSettings;
import org.junit.jupiter.api.Test;

class PresetTest {
  /// The card and `train --recipe long-passages` mean the same training.
  @Test
  void recommendedForLongPassagesIsTheRecipe() {
    assertThat(Preset.RECOMMENDED.settings(300, RetrievalSettings.LONG_PASSAGES))
        .isEqualTo(TrainingSettings.longPassages(300));
    assertThat(TrainingSettings.longPassages(300).mergeAlpha()).isEqualTo(.7);
  }

  @Test
  void otherPassagesAreLearnedFromWithoutTheBase() {
    assertThat(Preset.RECOMMENDED.settings(300, RetrievalSettings.PLAIN))
        .isEqualTo(TrainingSettings.recommended(300));
    assertThat(Preset.THOROUGH.settings(300, RetrievalSettings.PLAIN))
        .isEqualTo(TrainingSettings.thorough(300));
  }
}
