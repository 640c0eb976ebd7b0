using System.Globalization;
using System.Management.Automation.Host;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>A console of 120 columns whose lines can be read afterwards.</summary>
internal sealed class RecordingHost : PSHost
{
    private readonly RecordingUserInterface _console = new();

    public RecordingUserInterface Console => _console;

    public override string Name => "Drydock.Maas tests";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _console;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
