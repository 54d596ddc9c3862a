package dev.retune.app;

import dev.retune.encoder.NativeLibraries;
import dev.retune.file.Home;
import dev.retune.workflow.ProgramVersion;
import dev.retune.workflow.Settings;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// Puts the program together from the machine it runs on.
///
/// @param workbench what window and command line call
/// @param locale language of everything that is said
record Composition(Workbench workbench, Locale locale) {

  static Composition of(Map<String, String> environment) {
    var home =
        Home.of(
            environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    Logs.writeTo(home.logs());
    var workbench =
        new Workbench(
            home,
            Clock.system(ZoneId.systemDefault()),
            environment,
            ProgramVersion.read(),
            Launch.ofThisProgram());
    workbench.gpu().usable().ifPresent(NativeLibraries::offerCuda);
    return new Composition(workbench, locale(workbench.settings().get().language()));
  }

  /// The locale for a choice of language; the system's where it is left to the system.
  static Locale locale(Settings.Language language) {
    return switch (language) {
      case ENGLISH -> Locale.ENGLISH;
      case CHINESE -> Locale.SIMPLIFIED_CHINESE;
      case SYSTEM ->
          Locale.getDefault().getLanguage().equals("zh")
              ? Locale.SIMPLIFIED_CHINESE
              : Locale.ENGLISH;
    };
  }
}
