package dev.retune.gpu;

import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sets the CUDA libraries up from wheels: each fetched, checked, unpacked and deleted in turn, all
/// of them moved to their place together at the end.
///
/// @param folder for what is on its way
/// @param cuda where the libraries come to lie
record GpuInstall(Path folder, Path cuda) {
  /// What a wheel's libraries take unpacked, in sizes of the wheel: measured on PyTorch 2.7.1.
  private static final double UNPACKED = 1.9;

  void run(WheelSource source, Progress progress) {
    requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    try {
      Files.createDirectories(folder);
      install(find(source, progress), progress);
    } catch (IOException e) {
      throw Problem.of(GpuInstall.class, "install", folder, Reason.of(e)).exception(e);
    }
  }

  /// @throws dev.retune.text.ProblemException if PyPI has no CUDA build for the platform
  static void requirePlatform(String os, String architecture) {
    if (!os.equals("Linux") || !architecture.equals("amd64")) {
      throw Problem.of(GpuInstall.class, "platform", os, architecture).exception();
    }
  }

  private List<WheelFile> find(WheelSource source, Progress progress) {
    progress.begin(Text.of(GpuInstall.class, "finding"), Wheel.ALL.size());
    var files = new ArrayList<WheelFile>();
    for (var wheel : Wheel.ALL) {
      progress.checkCancelled();
      files.add(source.find(wheel));
      progress.advance(1);
    }
    return files;
  }

  private void install(List<WheelFile> files, Progress progress) throws IOException {
    var growing = folder.resolve("unpacking");
    var done = growing.resolve("done");
    Files.createDirectories(done);
    var left = files.stream().filter(file -> !Files.exists(done.resolve(file.name()))).toList();
    requireRoom(left);
    for (var file : left) {
      var number = files.indexOf(file) + 1;
      progress.begin(
          Text.of(GpuInstall.class, "fetching", number, files.size(), file.name()), file.size());
      var archive = new Download(folder.resolve("downloads")).fetch(file, progress);
      new WheelArchive(archive).unpack(growing, progress);
      Files.createFile(done.resolve(file.name()));
      if (file.sha256() != null) {
        Files.delete(archive);
      }
    }
    var names = files.stream().map(WheelFile::name).toList();
    Json.write(
        growing.resolve(Installed.FILE), new Installed(Installed.SCHEMA, Installed.VERSION, names));
    Folders.replace(cuda, growing);
    Folders.delete(cuda.resolve("done"));
    Folders.delete(folder.resolve("downloads"));
  }

  private void requireRoom(List<WheelFile> left) throws IOException {
    var largest = left.stream().mapToLong(WheelFile::size).max().orElse(0);
    var all = left.stream().mapToLong(WheelFile::size).sum();
    var needed = (long) (all * UNPACKED) + largest;
    var room = Files.getFileStore(folder).getUsableSpace();
    if (room < needed) {
      throw Problem.of(GpuInstall.class, "room", folder, megabytes(needed), megabytes(room))
          .exception();
    }
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.ceilDiv(bytes, 1_000_000));
  }
}
