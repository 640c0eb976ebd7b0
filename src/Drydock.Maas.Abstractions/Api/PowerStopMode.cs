namespace Drydock.Maas.Api;

/// <summary>How a machine is switched off.</summary>
public enum PowerStopMode
{
    /// <summary>At once.</summary>
    Hard,

    /// <summary>The operating system is asked to shut down; only some power drivers can.</summary>
    Soft,
}
