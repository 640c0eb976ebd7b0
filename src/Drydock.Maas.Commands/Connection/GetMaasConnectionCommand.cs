using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Shows the connection of this runspace; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "MaasConnection")]
[OutputType(typeof(MaasSession))]
public sealed class GetMaasConnectionCommand : ModuleCommand
{
    /// <summary>Writes it.</summary>
    protected override void EndProcessing()
    {
        if (SessionStore.Current is { IsDisposed: false } session)
            WriteObject(session);
    }
}
