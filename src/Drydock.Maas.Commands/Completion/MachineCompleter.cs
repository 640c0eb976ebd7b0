using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes host names, statuses and tags from the machines of the current session. Quick, or silent.</summary>
public sealed class MachineCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly ConditionalWeakTable<MaasSession, Cache> Caches = [];

    private static readonly string[] Statuses =
    [
        "New", "Commissioning", "Failed commissioning", "Ready", "Reserved", "Allocated", "Deploying", "Deployed", "Failed deployment", "Retired", "Broken",
        "Releasing", "Releasing failed", "Disk erasing", "Failed disk erasing", "Rescue mode", "Entering rescue mode", "Exiting rescue mode", "Testing",
        "Failed testing", "Missing",
    ];

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var values = parameterName switch
        {
            "Status" => Statuses,
            "Tag" => Machines(fakeBoundParameters).SelectMany(m => m.TagNames),
            _ => Machines(fakeBoundParameters).Select(m => m.Hostname),
        };
        return Completions.Of(values, wordToComplete);
    }

    private static IReadOnlyList<Machine> Machines(IDictionary bound)
    {
        var session = (bound?["Session"] as PSObject)?.BaseObject as MaasSession ?? bound?["Session"] as MaasSession ?? SessionStore.Current;
        return session is null or { IsDisposed: true } ? [] : Caches.GetOrCreateValue(session).Read(session.Client);
    }

    private sealed class Cache
    {
        private IReadOnlyList<Machine> _machines = [];
        private long _readAt;

        public IReadOnlyList<Machine> Read(IMaasClient client)
        {
            if (_readAt != 0 && TimeProvider.System.GetElapsedTime(_readAt) < Freshness)
                return _machines;
            try
            {
                using var patience = new CancellationTokenSource(Patience);
                _machines = Task.Run(() => client.Machines.ListAsync(new MachineFilter(), patience.Token), patience.Token)
                    .WaitAsync(Patience, TimeProvider.System, patience.Token).GetAwaiter().GetResult();
                _readAt = TimeProvider.System.GetTimestamp();
            }
            catch (Exception e) when (e is MaasException or OperationCanceledException or TimeoutException or ObjectDisposedException)
            {
                // The prompt is no place for errors.
            }

            return _machines;
        }
    }
}
