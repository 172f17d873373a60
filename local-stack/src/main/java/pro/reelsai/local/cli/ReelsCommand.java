package pro.reelsai.local.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import pro.reelsai.local.demo.ApiException;
import pro.reelsai.local.stack.StackException;

/** The command line behind {@code ./reels}. */
@Command(
        name = "reels",
        description = "ReelsAI on this machine.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            SessionCommand.class,
            LagCommand.class,
            CapacityCommand.class,
            EventsCommand.class,
            ReplayCommand.class,
            BenchCommand.class,
            GalleryCommand.class
        })
public final class ReelsCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this.")
    private boolean help;

    private ReelsCommand() {}

    /** Runs a command and exits with its code: 0 for success, 1 for failure, 2 for a misused command line. */
    public static void main(String[] arguments) {
        System.exit(commandLine(new Surroundings(System.getenv())).execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine commandLine = new CommandLine(new ReelsCommand(), new Commands(surroundings));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            switch (exception) {
                // These are told in words for the user; a stack trace would bury them.
                case StackException told -> command.getErr().println(told.getMessage());
                case ApiException told -> command.getErr().println(told.getMessage());
                case IllegalArgumentException told -> command.getErr().println(told.getMessage());
                // A file, or a suite that was stopped meanwhile; the class of the exception is half of the message.
                case IOException told -> command.getErr().println(told);
                default -> exception.printStackTrace(command.getErr());
            }
            return 1;
        });
        return commandLine;
    }
}
