namespace Drydock.Maas.Design.BootActions;

/// <summary>An asset cannot be rendered.</summary>
/// <param name="errorId">The identifier.</param>
/// <param name="property">The property of the asset it is about: data, location, data_pipeline.</param>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class AssetException(string errorId, string property, string message) : Exception(message)
{
    public string ErrorId => errorId;

    public string Property => property;
}
