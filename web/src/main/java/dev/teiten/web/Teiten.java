package dev.teiten.web;

import dev.teiten.cli.ArchiveOption;
import dev.teiten.cli.Cli;
import dev.teiten.web.share.ReviewFile;
import picocli.CommandLine;

/** The program: the analyzer's commands, and the commands that serve pages. */
public final class Teiten {
  private Teiten() {}

  public static void main(String[] args) {
    ArchiveOption.expect(args);
    CommandLine line = Cli.commandLine(ReviewFile::of);
    line.addSubcommand(new ServeCommand());
    line.addSubcommand(new DemoCommand());
    System.exit(Cli.execute(line, args));
  }
}
