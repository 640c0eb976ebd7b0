using System.Globalization;
using System.Management.Automation.Host;

namespace Drydock.Maas.Shell;

/// <summary>The host of the small shell: a console, and nothing that needs more.</summary>
internal sealed class ShellHost : PSHost
{
    private readonly ShellUserInterface _ui = new();

    /// <summary>What exit said; null while nobody has left.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Drydock.Maas.Shell";

    public override PSHostUserInterface UI => _ui;

    public override Version Version => typeof(ShellHost).Assembly.GetName().Version!;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new PSNotSupported("nested prompts");

    public override void ExitNestedPrompt() => throw new PSNotSupported("nested prompts");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    private sealed class PSNotSupported(string what)
        : System.Management.Automation.PSNotSupportedException($"Drydock.Maas.Shell has no {what}.");
}
