package dev.retune.ui.settings;

import dev.retune.gpu.Driver;
import dev.retune.ui.support.Messages;

/// What is known of the graphics card, in one or two sentences.
record GpuWords(Messages messages) {

  String of(GpuState state) {
    return switch (state) {
      case GpuState.Looking _ -> messages.get("gpu.looking");
      case GpuState.Unknown(var why) -> messages.get("gpu.unknown", why.in(messages.locale()));
      case GpuState.Known known -> known(known);
    };
  }

  private String known(GpuState.Known known) {
    var found = known.status().found();
    var driver = found.driver();
    var set = found.libraries() != null ? ".set" : "";
    if (!found.supported()) {
      return messages.get("gpu.unsupported");
    }
    if (driver == null) {
      return messages.get("gpu.noCard" + set);
    }
    var card = card(driver);
    if (!found.loads()) {
      return messages.get("gpu.hidden" + set, card);
    }
    if (set.isEmpty()) {
      return messages.get("gpu.card", card);
    }
    var why = known.status().why();
    return why == null
        ? messages.get(known.offered() ? "gpu.used" : "gpu.used.next", card)
        : messages.get("gpu.unused", card, why.in(messages.locale()));
  }

  private String card(Driver.Cards driver) {
    return driver.cards().isEmpty()
        ? messages.get("gpu.unnamed", driver.version())
        : driver.cards().getFirst().name();
  }
}
