using System.Collections.Concurrent;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Session;

/// <summary>A connection to one MAAS as one user, made by Connect-Maas. Holds no secret that can be read.</summary>
public sealed class MaasSession : IDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _services = new();
    private int _disposed;

    /// <summary>Makes the session of a verified connection.</summary>
    public MaasSession(IMaasClient client, MaasVersion version, MaasUser user, DateTimeOffset connectedAt)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
        Version = version;
        User = user;
        ConnectedAt = connectedAt;
    }

    /// <summary>The server's URL, for example http://maas.example.com:5240/MAAS.</summary>
    public Uri Url => Client.Url;

    /// <summary>What the server says it is.</summary>
    public MaasVersion Version { get; }

    /// <summary>The connected user.</summary>
    public MaasUser User { get; }

    /// <summary>When the connection was verified.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Whether the connection was closed.</summary>
    public bool IsDisposed => _disposed != 0;

    /// <summary>The client.</summary>
    public IMaasClient Client { get; }

    /// <summary>How often machines are looked at that are waited for; a simulator, whose machines are quicker than metal, says so when it is connected to.</summary>
    internal PollPace PollPace { get; set; } = PollPace.OfMetal;

    /// <summary>What all steps on this session share, made at first use.</summary>
    internal T GetService<T>(Func<MaasSession, T> create)
        where T : class =>
        (T)_services.GetOrAdd(typeof(T), _ => new Lazy<object>(() => create(this))).Value;

    /// <summary>Closes the connection's pool and its shared services.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        foreach (var service in _services.Values)
        {
            if (service.IsValueCreated)
                (service.Value as IDisposable)?.Dispose();
        }

        (Client as IDisposable)?.Dispose();
    }

    /// <summary>User and URL.</summary>
    public override string ToString() => $"{User.Username}@{Url}";
}
