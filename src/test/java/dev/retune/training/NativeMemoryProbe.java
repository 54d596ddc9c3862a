package dev.retune.training;

import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.NativeLibraries;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import java.nio.file.Path;
import java.util.List;

/// Trains 300 steps in a process of its own, whose memory nobody else uses, and prints the bytes of
/// native memory in use after step 50 and after the last one.
final class NativeMemoryProbe {
  private static final int BATCH = 16;
  private static final int SETTLED = 50;
  private static final int STEPS = 300;

  private NativeMemoryProbe() {}

  /// @param args method, folder of the base model, folder for vectors
  public static void main(String[] args) throws Throwable {
    NativeLibraries.stayOffline();
    var inputs =
        RunInputs.of(
            "",
            ModelFolder.read(Path.of(args[1])),
            TinyRun.data(BATCH),
            TinyRun.SETTINGS
                .edit()
                .method(Method.valueOf(args[0]))
                .adapter(new AdapterSettings(AdapterSide.QUERY, 256, 0, true))
                .build(),
            List.of());
    try (var manager = NativeLibraries.root();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), .01)) {
      learner.prepare(new Checkpoints(Path.of(args[2])), Progress.none());
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      var settled = 0L;
      for (var step = 1; step <= STEPS; step++) {
        training.run(step, List.of(inputs.examples()), 1e-4);
        if (step % 25 == 0) {
          new Quality(inputs.validation(), RetrievalSettings.PLAIN, List.of())
              .of(learner.embedder(), Progress.none());
        }
        settled = step == SETTLED ? NativeHeap.bytes() : settled;
      }
      System.out.println(settled + " " + NativeHeap.bytes());
    }
  }
}
