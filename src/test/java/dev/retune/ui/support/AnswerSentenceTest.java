package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which sentence of a passage is marked as the answer.
class AnswerSentenceTest {
  private static final String KETTLE =
      """
      1.1 Set MB1
      MB1 stands in the highest powerhouse and works under a head of 118 m. It is an impulse wheel \
      with two jets on a horizontal shaft, turns at 750 rpm and delivers 320 kW through a synchronous \
      generator. Because of the rising note of the jets during run-up the crew call MB1 "the kettle". \
      It is the only set of the cascade that may feed the valley alone when the grid has failed.
      """;

  private static String answer(String question, String passage) {
    return WordMatch.sentence(question, passage).map(span -> span.of(passage)).orElse("");
  }

  @Test
  void theNumberAskedForWinsOverARepeatedName() {
    assertThat(answer("how much power does the kettle make", KETTLE)).contains("320 kW");
    assertThat(answer("kettle how fast does it spin normally", KETTLE)).contains("750 rpm");
  }

  @Test
  void otherQuestionsGoByTheirWords() {
    assertThat(answer("which one do you lot call the kettle", KETTLE)).contains("the crew call");
    assertThat(answer("which machine can feed the valley alone", KETTLE))
        .startsWith("It is the only");
    assertThat(answer("how much oil does it need", KETTLE)).isEmpty();
  }

  @Test
  void chineseQuestionsToo() {
    var passage = "一号机组大家叫它水壶。它的额定功率为320千瓦，转速为750转每分钟。水壶每年检修一次。";
    assertThat(answer("水壶的功率是多少", passage)).contains("320千瓦");
  }

  @Test
  void aTimeIsHeardWhereOneIsAskedFor() {
    var passage =
        "The filter of the pump keeps sand out of the pump filter housing. It is changed after 500"
            + " hours.";
    assertThat(answer("how often is the filter changed", passage)).contains("500 hours");
  }
}
