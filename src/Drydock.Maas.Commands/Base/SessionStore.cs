using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Drydock.Maas.Commands.Base;

/// <summary>The current session of each runspace. Read on the pipeline thread only: Runspace.DefaultRunspace is the thread's.</summary>
internal static class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, StrongBox<MaasSession?>> Sessions = [];

    /// <summary>The session of this runspace, or null.</summary>
    public static MaasSession? Current
    {
        get => Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var box) ? box.Value : null;
        set
        {
            if (Runspace.DefaultRunspace is { } runspace)
                Sessions.GetOrCreateValue(runspace).Value = value;
        }
    }
}
