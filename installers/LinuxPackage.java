import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/// Makes the application image and the `.deb` of this machine's architecture.
///
/// jpackage makes the image only: the scripts of its own Debian packages fail where no desktop
/// menus are installed, and GTK is missing from their dependencies. The package holds no script at
/// all; menus and icon caches follow through the triggers of the desktop's own packages.
///
/// Arguments: the build folder (with `installer/lib` and `javafx`), the version, the folder
/// `installers/linux`, the folder of the icons, and the options of the Java machine.
public final class LinuxPackage {

  /// Every module that the class path may ask for; what is named here decides the image's size.
  private static final String MODULES =
      "java.se,javafx.controls,jdk.unsupported,jdk.crypto.ec,jdk.charsets,jdk.localedata,"
          + "jdk.management,jdk.net,jdk.zipfs,jdk.httpserver,jdk.accessibility";

  private final Path work;
  private final Path javafx;
  private final String version;
  private final Path files;
  private final Path icons;
  private final List<String> options;

  private LinuxPackage(String[] args) {
    work = Path.of(args[0]).toAbsolutePath().resolve("installer");
    javafx = Path.of(args[0]).toAbsolutePath().resolve("javafx");
    version = args[1];
    files = Path.of(args[2]);
    icons = Path.of(args[3]);
    options = Arrays.asList(args).subList(4, args.length);
  }

  public static void main(String[] args) throws Exception {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new IllegalStateException("This installer is for Linux and must be built there.");
    }
    var build = new LinuxPackage(args);
    var image = build.image();
    build.startFaster(image);
    build.debian(image);
  }

  /// `installer/image/retune`: launcher, class path, Java run time.
  private Path image() throws IOException {
    var target = work.resolve("image");
    delete(target);
    var lib = work.resolve("lib");
    touch(lib);
    var words =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                "retune",
                "--app-version",
                version,
                "--dest",
                target.toString(),
                "--input",
                lib.toString(),
                "--main-jar",
                "retune-" + version + ".jar",
                "--main-class",
                "dev.retune.app.Main",
                "--module-path",
                javafx.toString(),
                "--add-modules",
                MODULES,
                "--icon",
                icons.resolve("retune-256.png").toString()));
    for (var option : options) {
      words.add("--java-options");
      words.add(option);
    }
    var jpackage = ToolProvider.findFirst("jpackage").orElseThrow();
    var rc =
        jpackage.run(
            new PrintWriter(System.out, true),
            new PrintWriter(System.err, true),
            words.toArray(String[]::new));
    if (rc != 0) {
      throw new IllegalStateException("jpackage failed with " + rc);
    }
    return target.resolve("retune");
  }

  /// Opens the window once without a screen and keeps what the Java machine learnt while starting
  /// (JEP 483). Both steps go through the image's launcher, for the image has no `java` command. An
  /// image without this cache works as well and only starts later.
  private void startFaster(Path image) throws IOException, InterruptedException {
    var app = image.resolve("lib/app");
    var cache = app.resolve("retune.aot");
    var learnt = work.resolve("retune.aotconf");
    var home = Files.createTempDirectory("retune-installer");
    try {
      start(image, home, "-XX:AOTMode=record -XX:AOTConfiguration=" + learnt, 20);
      start(
          image,
          home,
          "-XX:AOTMode=create -XX:AOTConfiguration=" + learnt + " -XX:AOTCache=" + cache,
          180);
    } finally {
      delete(home);
    }
    if (!Files.exists(cache)) {
      System.err.println("No start-up cache was made; see " + work.resolve("aot.log"));
      return;
    }
    var settings = app.resolve("retune.cfg");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(
                "[JavaOptions]", "[JavaOptions]\njava-options=-XX:AOTCache=$APPDIR/retune.aot"));
  }

  /// Lets the window stand for some seconds and then asks it to end.
  private void start(Path image, Path home, String options, int seconds)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(image.resolve("bin/retune").toString());
    builder.environment().put("RETUNE_HOME", home.toString());
    builder
        .environment()
        .put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw " + options);
    var log = ProcessBuilder.Redirect.appendTo(work.resolve("aot.log").toFile());
    var process = builder.redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /// `installer/retune_<version>_<architecture>.deb`.
  private void debian(Path image) throws IOException, InterruptedException {
    var root = work.resolve("deb");
    delete(root);
    copy(image, root.resolve("opt/retune"));
    install(files.resolve("retune"), root.resolve("usr/bin"));
    Files.setPosixFilePermissions(
        root.resolve("usr/bin/retune"), PosixFilePermissions.fromString("rwxr-xr-x"));
    install(files.resolve("retune.desktop"), root.resolve("usr/share/applications"));
    install(files.resolve("copyright"), root.resolve("usr/share/doc/retune"));
    var hicolor = root.resolve("usr/share/icons/hicolor");
    for (var size : List.of(16, 24, 32, 48, 64, 128, 256, 512)) {
      var folder = Files.createDirectories(hicolor.resolve(size + "x" + size + "/apps"));
      Files.copy(icons.resolve("retune-" + size + ".png"), folder.resolve("retune.png"));
    }
    install(icons.resolve("retune.svg"), hicolor.resolve("scalable/apps"));

    var architecture = architecture();
    var control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
    var text = Files.readString(files.resolve("control"));
    for (var entry :
        Map.of("version", version, "architecture", architecture, "size", "" + kilobytes(root))
            .entrySet()) {
      text = text.replace("@" + entry.getKey() + "@", entry.getValue());
    }
    Files.writeString(control, text);
    var target = work.resolve("retune_" + version + "_" + architecture + ".deb");
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z6", "--build", "" + root, "" + target);
    delete(root);
    System.out.println(target);
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "aarch64" -> "arm64";
      case String other -> other;
    };
  }

  private static void install(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(file.getFileName()));
  }

  /// The start-up cache is refused when a jar's time differs, and packages keep whole seconds only.
  private static void touch(Path folder) throws IOException {
    var time = FileTime.from(Instant.parse("2026-11-01T00:00:00Z"));
    try (var jars = Files.list(folder)) {
      for (var jar : jars.toList()) {
        Files.setLastModifiedTime(jar, time);
      }
    }
  }

  private static long kilobytes(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1024;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var rc = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (rc != 0) {
      throw new IllegalStateException(command[0] + " failed with " + rc);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var all = Files.walk(from)) {
      for (var file : all.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException error)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
