using System.Management.Automation;
using System.Net;
using System.Security;

namespace Drydock.Maas.Commands.Input;

/// <summary>Takes a secret as SecureString, as PSCredential (its password) or, with the usual caveat, as text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecureTextAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes a SecureString of what was given.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            string text => new NetworkCredential("", text).SecurePassword,
            null => null,
            _ => throw new ArgumentTransformationMetadataException("Give the secret as a SecureString or as text; an API key is consumer:token:secret."),
        };
}
