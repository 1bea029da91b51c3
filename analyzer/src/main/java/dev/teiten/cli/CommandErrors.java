package dev.teiten.cli;

import dev.teiten.load.SettingException;
import dev.teiten.load.TeitenException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns exceptions into an exit status and one paragraph: 1 if the work failed, 2 if the command
 * line or a setting is wrong.
 */
final class CommandErrors {
  static final int FAILED = 1;
  static final int WRONG = 2;

  private CommandErrors() {}

  static int wrongArgument(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String hint = "See `" + command.getCommandSpec().qualifiedName() + " --help`.";
    print(
        command,
        String.valueOf(e.getMessage()),
        e.getCause() instanceof TeitenException cause ? cause.hint() : hint);
    if (Arrays.asList(args).contains("--debug")) {
      e.printStackTrace(command.getErr());
    }
    return WRONG;
  }

  static int failed(Exception e, CommandLine command, ParseResult parsed) {
    return failed(e, command, parsed.expandedArgs());
  }

  static int failed(Exception e, CommandLine command, List<String> args) {
    boolean expected = e instanceof TeitenException || e instanceof DateTimeException;
    String message = expected ? String.valueOf(e.getMessage()) : "Unexpected: " + e;
    String hint =
        e instanceof TeitenException teiten
            ? teiten.hint()
            : expected ? "" : "This is a defect of Teiten; --debug shows where.";
    print(command, message, hint);
    if (args.contains("--debug")) {
      e.printStackTrace(command.getErr());
    }
    return e instanceof SettingException || e instanceof DateTimeException ? WRONG : FAILED;
  }

  private static void print(CommandLine command, String message, String hint) {
    PrintWriter err = command.getErr();
    String end = message.endsWith(".") || message.endsWith("?") ? "" : ".";
    err.println("teiten: " + message + end + (hint.isEmpty() ? "" : " " + hint));
    err.flush();
  }
}
