import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes `retune`, a script that runs the command line from any directory with this build's
/// classes and the JDK that runs this program.
///
/// Arguments: the folder to write to, the class path, the folder of the JavaFX modules, and the
/// options of the Java machine.
public final class WriteLauncher {
  private WriteLauncher() {}

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var options = new ArrayList<String>();
    options.add("--module-path=" + args[2]);
    options.addAll(Arrays.asList(args).subList(3, args.length));
    options.add("-cp");
    options.add(args[1]);
    Files.write(
        folder.resolve("retune.args"), options.stream().map(WriteLauncher::quoted).toList());

    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var script = folder.resolve("retune");
    Files.write(
        script,
        List.of(
            "#!/bin/sh",
            "export OMP_WAIT_POLICY=\"${OMP_WAIT_POLICY:-PASSIVE}\"",
            "exec \"" + java + "\" @\"" + folder.resolve("retune.args").toAbsolutePath() + "\" \\",
            "  dev.retune.app.Main \"$@\""));
    if (Files.getFileStore(script).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String quoted(String option) {
    return "\"" + option.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
