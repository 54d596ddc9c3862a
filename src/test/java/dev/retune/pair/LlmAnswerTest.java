package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlmAnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"questions\": [\"What torque?\", \"Which nut?\"]}",
        "Sure! Here they are:\n```json\n{\"questions\": [\"What torque?\", \"Which nut?\",]}\n```",
        "[\"What torque?\", \"Which nut?\"]",
        "[{\"question\": \"What torque?\"}, {\"question\": \"Which nut?\", \"answer\": \"M8\"}]",
        "{\"questions\": [{\"question\": \"What torque?\"}, {\"question\": \"Which nut?\"}]}",
        "<think>{\"questions\": []} maybe?</think>{\"questions\":[\"What torque?\",\"Which"
            + " nut?\"]}",
        "{\"questions\": [\"What torque?\", \"Which nut?\", \"How of",
        "{\"facts\": [\"45 Nm\"], \"questions\": [\"What torque?\", \"Which nut?\"]}",
        "1. What torque?\n2. Which nut?",
        "- What torque?\n- Which nut?\n",
      })
  void findsTheQuestions(String answer) {
    assertThat(LlmAnswer.questions(answer)).contains(List.of("What torque?", "Which nut?"));
  }

  @Test
  void noneIsAnAnswerAndProseIsNot() {
    assertThat(LlmAnswer.questions("{\"questions\": []}")).contains(List.of());
    assertThat(LlmAnswer.questions("I cannot help with that.")).isEmpty();
    assertThat(LlmAnswer.questions("")).isEmpty();
    assertThat(LlmAnswer.questions("{\"error\": \"too long\"}")).isEmpty();
  }

  @Test
  void aLongAnswerWithAStrayQuoteIsReadToTheEnd() {
    var answer = "An \"answer " + "that goes on and on ".repeat(20_000) + "\n- What torque?\n";
    assertThat(LlmAnswer.questions(answer)).contains(List.of("What torque?"));
  }

  @Test
  void repeatsAndBlanksGo() {
    assertThat(LlmAnswer.questions("{\"questions\": [\" Why so? \", \"Why so?\", \"\"]}"))
        .contains(List.of("Why so?"));
  }
}
