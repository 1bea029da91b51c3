package dev.teiten.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = "Adds the load that a server wrote down by itself.",
    synopsisSubcommandLabel = "slow-log",
    subcommands = SlowLogCommand.class,
    footer = {
      "",
      "Example:",
      "  teiten import slow-log /var/log/mysql/db1-slow.log* --archive DIR --cluster shop"
    })
final class ImportCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
