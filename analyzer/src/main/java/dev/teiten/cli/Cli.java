package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import dev.teiten.review.WeeklyReview;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code teiten}. */
@Command(
    name = "teiten",
    versionProvider = ProductVersion.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description = "The weekly database load review, on one page.",
    footer = {
      "",
      "Begin with `teiten demo`; `teiten COMMAND --help` has an example of each command."
    },
    subcommands = {
      CollectCommand.class,
      MarkCommand.class,
      SampleCommand.class,
      AnalyzeCommand.class,
      ImportCommand.class,
      ClustersCommand.class,
      RankCommand.class,
      SizeCommand.class,
      ExplainCommand.class,
      FingerprintCommand.class,
      CheckCommand.class,
      PricesCommand.class
    })
public final class Cli implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  boolean debug;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description =
          "Settings, as a properties file; the command line and TEITEN_... variables win over it.")
  String config = "";

  @Spec CommandSpec spec;

  /** All commands of the analyzer, without web pages. */
  public static CommandLine commandLine() {
    return commandLine(
        (review, language) -> {
          throw new TeitenException(
              "This program has no pages to write as HTML", "Run `./teiten review`.");
        });
  }

  /**
   * All commands of the analyzer; a caller may add commands.
   *
   * @param html writes a review as an HTML file, in {@code en} or {@code ja}
   */
  public static CommandLine commandLine(BiFunction<WeeklyReview, String, String> html) {
    CommandLine line = new CommandLine(new Cli());
    line.addSubcommand(new ReviewCommand(html));
    line.setOut(writer(System.out));
    line.setErr(writer(System.err));
    return line;
  }

  /** Applies settings and error handling; call it after every command has been added. */
  public static int execute(CommandLine line, String... args) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(CommandErrors::wrongArgument);
    line.setExecutionExceptionHandler(CommandErrors::failed);
    try {
      line.setDefaultValueProvider(SettingDefaults.of(args, System.getenv()));
    } catch (SettingException e) {
      return CommandErrors.failed(e, line, List.of(args));
    }
    return line.execute(args);
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    Charset utf8 = StandardCharsets.UTF_8;
    return new PrintWriter(new java.io.OutputStreamWriter(stream, utf8), true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
