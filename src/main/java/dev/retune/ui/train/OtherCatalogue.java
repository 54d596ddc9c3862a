package dev.retune.ui.train;

import dev.retune.text.Problem;
import dev.retune.text.Text;
import dev.retune.training.loss.LossSettings;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.AuxiliaryContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What may be set about a dataset that is learned from beside the pairs.
final class OtherCatalogue {
  private static final String GROUP = NegativeCatalogue.GROUP;

  private OtherCatalogue() {}

  static List<Setting<AuxiliaryChoice>> all(AuxiliaryContent content) {
    var all = new ArrayList<Setting<AuxiliaryChoice>>();
    all.add(loss(content));
    LossParameters.all(GROUP).stream()
        .map(setting -> setting.of(AuxiliaryChoice::loss, AuxiliaryChoice::with))
        .forEach(all::add);
    all.add(share());
    return all;
  }

  /// All losses, those that can learn from the dataset first; the others say why they cannot.
  private static Setting<AuxiliaryChoice> loss(AuxiliaryContent content) {
    var fitting = content.fitting();
    return new Setting<>(
        "loss",
        GROUP,
        Setting.Kind.CHOICE,
        choice -> choice.loss().name().name(),
        (choice, text) -> with(choice, LossSettings.Name.valueOf(text)),
        Stream.concat(fitting.stream(), Stream.of(LossSettings.Name.values()))
            .distinct()
            .map(LossSettings.Name::name)
            .toList(),
        _ -> true);
  }

  /// @throws dev.retune.text.ProblemException naming losses as the list does, if it cannot learn
  ///   from the dataset
  private static AuxiliaryChoice with(AuxiliaryChoice choice, LossSettings.Name loss) {
    var fitting = choice.content().fitting();
    if (!choice.content().refusals().containsKey(loss)) {
      return choice.with(LossSettings.of(loss));
    }
    throw Problem.of(
            OtherCatalogue.class,
            fitting.size() == 1 ? "loss.misfit.one" : "loss.misfit",
            called(loss),
            choice.content().material().ordinal(),
            called(fitting.getFirst()),
            fitting.size() - 1)
        .exception();
  }

  private static Text called(LossSettings.Name loss) {
    return Text.of(OtherCatalogue.class, "setting.loss." + loss.name());
  }

  /// Nothing for as many batches as there are.
  private static Setting<AuxiliaryChoice> share() {
    return new Setting<>(
        "share",
        GROUP,
        Setting.Kind.TEXT,
        choice -> choice.share() == null ? "" : TrainingSetting.plain(choice.share()),
        (choice, text) -> choice.withShare(text.isBlank() ? null : Double.valueOf(text.strip())));
  }

  /// The default of a setting: that of the dataset, and of a parameter that of the loss chosen.
  static String standard(Setting<AuxiliaryChoice> setting, AuxiliaryChoice now) {
    var usual = AuxiliaryChoice.usual(now.content());
    return setting.key().equals("loss")
        ? setting.get().apply(usual)
        : setting.get().apply(usual.with(LossSettings.of(now.loss().name())));
  }
}
