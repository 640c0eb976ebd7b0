using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Drydock.Maas.Commands.Input;

/// <summary>The current session of each runspace. Read on the pipeline thread only: Runspace.DefaultRunspace is the thread's.</summary>
internal static class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, StrongBox<MaasSession?>> Sessions = [];
    private static readonly List<WeakReference<MaasSession>> Made = [];

    /// <summary>Every open connection of this process, whichever runspace made it.</summary>
    public static IReadOnlyList<MaasSession> Open
    {
        get
        {
            lock (Made)
            {
                Made.RemoveAll(w => !w.TryGetTarget(out var session) || session.IsDisposed);
                return [.. Made.Select(w => w.TryGetTarget(out var session) ? session : null).OfType<MaasSession>()];
            }
        }
    }

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

    /// <summary>Remembers a connection that was made, as long as somebody uses it.</summary>
    public static void Add(MaasSession session)
    {
        lock (Made)
            Made.Add(new(session));
    }
}
